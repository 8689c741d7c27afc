package io.accounts4j.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.job.JobId;
import io.accounts4j.job.JobResult;
import io.accounts4j.testdatabases.OnDatabases;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The version of its kind, which encrypted arguments are bound to, on every database. */
@OnDatabases
class BoundVersionTest extends JobEngineFixture {

    record Diagnosis(String text) {}

    private static final Worker<Diagnosis> DIAGNOSES =
            Worker.of("test.diagnosis", Diagnosis.class).encrypted();

    private static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");
    private static final JobCipher CIPHER = JobCipher.of("old", KEY);

    private final Queue<String> performed = new ConcurrentLinkedQueue<>();

    private Worker<Diagnosis> recording() {
        return DIAGNOSES.perform((job, diagnosis) -> {
            performed.add(diagnosis.text());
            return JobResult.complete();
        });
    }

    @Test
    void doesNotRunArgumentsAsThoseOfAnotherVersion() {
        Worker<Diagnosis> second = DIAGNOSES.version(2).upcaster(1, json -> {
            json.put("text", "as of version 1");
            return json;
        });
        JobId id = database.queue()
                .cipher(CIPHER)
                .enqueue(second.job(new Diagnosis("as of version 2")).maxAttempts(1))
                .id();
        database.execute("update accounts_jobs set kind_version = 1");
        start(quick().cipher(CIPHER).worker(second.perform((job, diagnosis) -> {
            performed.add(diagnosis.text());
            return JobResult.complete();
        })));
        awaitState(id, "discarded");
        assertThat(performed).isEmpty();
        assertThat(errors(id)).contains("version 1");
    }

    @Test
    void runsArgumentsEncryptedWithoutTheirVersionWithinANamedMigration() throws Exception {
        JobId id = database.queue()
                .cipher(CIPHER)
                .enqueue(DIAGNOSES.job(new Diagnosis("from before")))
                .id();
        sealWithoutVersion(id, "{\"text\":\"from before\"}");
        JobCipher cipher = JobCipher.of("old", KEY);
        JobEngine strict = start(quick().worker(recording()).cipher(cipher));
        awaitState(id, "scheduled");
        strict.close();
        assertThat(attempts(id)).isEqualTo("0");
        assertThat(cipher.withheld()).isPositive();
        database.execute("update accounts_jobs set run_at = inserted_at");
        start(quick().worker(recording()).cipher(cipher.acceptingPlain("bind versions", Instant.MAX)));
        awaitState(id, "completed");
        assertThat(performed).containsExactly("from before");
    }

    /** As rows were encrypted by format 2. */
    private void sealWithoutVersion(JobId id, String json) throws Exception {
        byte[] nonce = new byte[12];
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(derived(), "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(database.bytes("select args_id from accounts_jobs where id = ?", id.value()));
        cipher.updateAAD("test.diagnosis".getBytes(UTF_8));
        byte[] sealed = cipher.doFinal(json.getBytes(UTF_8));
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update accounts_jobs set args_enc = ? where id = ?")) {
            update.setBytes(
                    1,
                    ByteBuffer.allocate(13 + sealed.length)
                            .put((byte) 2)
                            .put(nonce)
                            .put(sealed)
                            .array());
            update.setLong(2, id.value());
            update.executeUpdate();
        }
    }

    /** By HKDF (RFC 5869). */
    private static byte[] derived() throws GeneralSecurityException {
        return hmac(hmac(new byte[32], KEY.getEncoded()), "accounts4j job arguments\1".getBytes(UTF_8));
    }

    private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(data);
    }
}
