package com.example.peer;

import java.security.Principal;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Spring Boot with Security and Spring Session JDBC at their defaults: sign in with HTTP basic once, then by cookie. */
@SpringBootApplication
@RestController
public class PeerApplication {

    private final JdbcClient jdbc;

    PeerApplication(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public static void main(String[] arguments) {
        SpringApplication.run(PeerApplication.class, arguments);
    }

    @GetMapping("/hello")
    String hello() {
        return "hello";
    }

    @GetMapping("/me")
    Map<String, Object> me(Principal principal) {
        return Map.of("data", Map.of("email", principal.getName()));
    }

    @GetMapping("/me-db")
    Map<String, Object> meFromTheDatabase(Principal principal) {
        return jdbc.sql("select id, email, name, is_admin, confirmed_at, inserted_at from peer_users where email = ?")
                .param(principal.getName())
                .query()
                .singleRow();
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests ->
                        requests.requestMatchers("/hello").permitAll().anyRequest().authenticated())
                .httpBasic(Customizer.withDefaults())
                .securityContext(context -> context.requireExplicitSave(false))
                .build();
    }

    @Bean
    UserDetailsService users() {
        return email -> jdbc.sql("select password_hash from peer_users where email = ?")
                .param(email)
                .query(String.class)
                .optional()
                .map(hash -> User.withUsername(email).password(hash).roles("USER").build())
                .orElseThrow();
    }
}
