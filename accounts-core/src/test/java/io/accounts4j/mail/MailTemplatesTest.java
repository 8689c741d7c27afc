package io.accounts4j.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.user.Email;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTemplatesTest {

    private static final Email ANN = new Email("ann@example.com");

    private static Mail compose(Locale locale, String name) {
        return MailTemplates.of(locale)
                .compose("canary", ANN, Map.of("name", name, "url", "https://app.example.org/?a=1&b=2"), "id.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{7*7}", "${7*7}", "$1", "\\1", "{{name}}", "{url}", "{name}", "%s %d", "#{x}", "\\E$0", "Ann\\"
            })
    void aValueIsPutInOnceAsItIs(String name) {
        Mail mail = compose(Locale.ENGLISH, name);

        assertThat(mail.subject()).isEqualTo("For " + name);
        assertThat(mail.text()).startsWith("Hi " + name + ": https://app.example.org/?a=1&b=2 ");
        assertThat(mail.html()).startsWith("<p title=\"" + name + "\">" + name + " ");
    }

    @Test
    void htmlIsEscapedAndTextIsNot() {
        Mail mail = compose(Locale.ENGLISH, "<b onclick=\"x('y')\">&amp;");

        assertThat(mail.text()).contains("Hi <b onclick=\"x('y')\">&amp;");
        assertThat(mail.html())
                .contains("&lt;b onclick=&quot;x(&#39;y&#39;)&quot;&gt;&amp;amp;")
                .contains("<a href=\"https://app.example.org/?a=1&amp;b=2\">")
                .doesNotContain("<b");
    }

    @Test
    void whatHasNoValueStaysToBeSeen() {
        assertThat(compose(Locale.ENGLISH, "Ann").text()).contains("{unknown} {Name}");
    }

    @Test
    void aTemplateInTheLanguageComesFirstAndEnglishForTheRest() {
        Mail mail = compose(Locale.GERMANY, "Ann");

        assertThat(mail.subject()).isEqualTo("Für Ann");
        assertThat(mail.text()).isEqualTo("Hallo Ann\n");
        assertThat(mail.html()).contains("<p title=\"Ann\">");
    }

    @Test
    void aMissingTemplateIsNamed() {
        assertThatThrownBy(() -> MailTemplates.of(Locale.ENGLISH).compose("nothing", ANN, Map.of(), "id.1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("META-INF/accounts4j/mail/nothing.txt");
    }

    @Test
    void aTemplateOfASubjectAloneIsNamed() {
        assertThatThrownBy(() -> MailTemplates.of(Locale.ENGLISH).compose("subject_only", ANN, Map.of(), "id.1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("META-INF/accounts4j/mail/subject_only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirmation", "welcome"})
    void theShippedTemplatesLeaveNothingOpen(String template) {
        Mail mail = MailTemplates.of(Locale.ENGLISH)
                .compose(template, ANN, Map.of("name", "Ann", "url", "https://app.example.org/x"), "id.1");

        assertThat(mail.subject()).isNotBlank();
        assertThat(mail.text()).contains("\nhttps://app.example.org/x\n").doesNotContain("{", "}");
        assertThat(mail.html())
                .contains("\"https://app.example.org/x\"")
                .doesNotContain("{", "}")
                .endsWith("</html>\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hi\r\nBcc: x@y", "Hi\nx", "Hi\u0000", "Hi\u0085"})
    void noHeaderCanBeSmuggledIn(String subject) {
        assertThatThrownBy(() -> new Mail(ANN, subject, "", "", "id.1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Mail(ANN, "Hi", "", "", subject)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingIsSentToWhatAStoreHoldsAndIsNoAddress() {
        Email two = Email.stored("ann@example.org, bob@example.org");
        assertThatThrownBy(() -> new Mail(two, "Hi", "", "", "id.1")).isInstanceOf(IllegalArgumentException.class);
    }
}
