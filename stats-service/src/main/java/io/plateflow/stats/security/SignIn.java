package io.plateflow.stats.security;

import io.plateflow.stats.accounts.Accounts;
import io.plateflow.stats.accounts.LoginTries;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How a name and a password become a user. */
@Configuration
class SignIn {

    @Bean
    PasswordEncoder passwords() {
        return new RememberingEncoder(
                PasswordEncoderFactories.createDelegatingPasswordEncoder(), InstantSource.system());
    }

    @Bean
    AuthenticationProvider byPassword(
            Accounts accounts, PasswordEncoder encoder, LoginTries tries, LoginRecord onRecord) {
        DaoAuthenticationProvider password = new DaoAuthenticationProvider(accounts);
        password.setPasswordEncoder(encoder);
        return new ThrottledLogin(password, tries, onRecord);
    }
}
