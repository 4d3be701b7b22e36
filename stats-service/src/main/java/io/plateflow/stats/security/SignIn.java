package io.plateflow.stats.security;

import io.plateflow.stats.StatsProperties;
import io.plateflow.stats.accounts.Accounts;
import io.plateflow.stats.accounts.LoginTries;
import io.plateflow.stats.accounts.Presence;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How a name and a password become a user, and how long that lasts. */
@Configuration
class SignIn {

    @Bean
    PasswordEncoder passwords(StatsProperties properties) {
        PasswordEncoder bcrypt = new BCryptPasswordEncoder(properties.login().cost());
        return new RememberingEncoder(
                new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", bcrypt)),
                new Remembered(InstantSource.system()));
    }

    @Bean
    Presence presence(@Value("${server.servlet.session.timeout}") Duration longest) {
        return new Presence(longest, InstantSource.system());
    }

    @Bean
    AuthenticationProvider byPassword(
            Accounts accounts, PasswordEncoder encoder, LoginTries tries, LoginRecord onRecord) {
        DaoAuthenticationProvider password = new DaoAuthenticationProvider(accounts);
        password.setPasswordEncoder(encoder);
        return new ThrottledLogin(password, tries, onRecord, new Remembered(InstantSource.system()));
    }
}
