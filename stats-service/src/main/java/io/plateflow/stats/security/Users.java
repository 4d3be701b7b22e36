package io.plateflow.stats.security;

import io.plateflow.stats.StatsProperties;
import java.time.InstantSource;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** The three users; their passwords are hashed at start and kept only so. */
@Configuration
class Users {

    @Bean
    PasswordEncoder passwords() {
        return new RememberingEncoder(new BCryptPasswordEncoder());
    }

    @Bean
    UserDetailsService knownUsers(StatsProperties properties, PasswordEncoder encoder) {
        return new InMemoryUserDetailsManager(
                user("analyst", properties.passwords().analyst(), encoder),
                user("operator", properties.passwords().operator(), encoder),
                user("admin", properties.passwords().admin(), encoder));
    }

    @Bean
    AuthenticationProvider login(UserDetailsService knownUsers, PasswordEncoder encoder) {
        DaoAuthenticationProvider password = new DaoAuthenticationProvider(knownUsers);
        password.setPasswordEncoder(encoder);
        return new ThrottledLogin(password, new LoginAttempts(InstantSource.system()));
    }

    private static UserDetails user(String name, String password, PasswordEncoder encoder) {
        return User.withUsername(name)
                .password(encoder.encode(password))
                .roles(name.toUpperCase(Locale.ROOT))
                .build();
    }
}
