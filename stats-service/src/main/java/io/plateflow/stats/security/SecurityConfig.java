package io.plateflow.stats.security;

import static org.springframework.boot.security.autoconfigure.web.servlet.PathRequest.toStaticResources;

import io.plateflow.stats.StatsProperties;
import io.plateflow.stats.accounts.Accounts;
import io.plateflow.stats.accounts.Presence;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Three doors: health and metrics on their own port are open; {@code /v1} takes HTTP Basic or the pages' session; pages
 * take a session. Analysts ask, also by POST what a price would be; operators command; administrators put zones, tariffs,
 * vehicles, keys and users in force, close months and read the audit. Every answer has the same content policy. Whoever comes with a session brings its CSRF token to write; Basic needs none, as writes
 * are JSON or CSV, which another site's form cannot send.
 */
@Configuration
class SecurityConfig {

    @Bean
    @Order(1)
    SecurityFilterChain management(HttpSecurity http, StatsProperties properties) {
        return guarded(http, properties)
                .securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(r -> r.anyRequest().permitAll())
                .csrf(c -> c.disable())
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(
            HttpSecurity http,
            RefusedRequests refused,
            Accounts accounts,
            Presence presence,
            StatsProperties properties) {
        return guarded(http, properties)
                .securityMatcher("/v1/**")
                // The end of an answer to somebody who was let in, such as a stream whose user has signed out since.
                .authorizeHttpRequests(r -> r.dispatcherTypeMatchers(DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers("/v1/users", "/v1/users/*", "/v1/audit", "/v1/erasures", "/v1/erasures/*")
                        .hasRole("ADMIN")
                        .requestMatchers("/v1/wardens", "/v1/wardens/**", "/v1/clients", "/v1/clients/**")
                        .hasRole("ADMIN")
                        .requestMatchers(HttpMethod.POST, "/v1/users/*/password")
                        .hasRole("ANALYST")
                        .requestMatchers(HttpMethod.GET)
                        .hasRole("ANALYST")
                        .requestMatchers(HttpMethod.PUT)
                        .hasRole("ADMIN")
                        .requestMatchers(HttpMethod.DELETE)
                        .hasRole("ADMIN")
                        .requestMatchers(
                                HttpMethod.POST,
                                "/v1/vehicles",
                                "/v1/cameras",
                                "/v1/cameras/*/key",
                                "/v1/reports/months/*/close")
                        .hasRole("ADMIN")
                        .requestMatchers(HttpMethod.POST, "/v1/quotes", "/v1/tariffs/simulate")
                        .hasRole("ANALYST")
                        .anyRequest()
                        .hasRole("OPERATOR"))
                .httpBasic(b -> b.authenticationEntryPoint(refused))
                .exceptionHandling(e -> e.authenticationEntryPoint(refused).accessDeniedHandler(refused))
                .csrf(c -> c.ignoringRequestMatchers(SecurityConfig::usesBasic))
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(c -> c.disable())
                .addFilterBefore(new CurrentAccount(accounts, presence), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http, Accounts accounts, Presence presence, StatsProperties properties) {
        return guarded(http, properties)
                .authorizeHttpRequests(
                        r -> r.requestMatchers(toStaticResources().atCommonLocations())
                                .permitAll()
                                .requestMatchers("/login", "/error", "/openapi.yaml")
                                .permitAll()
                                .requestMatchers("/settings/**")
                                .hasRole("ADMIN")
                                .anyRequest()
                                .hasRole("ANALYST"))
                .formLogin(f -> f.loginPage("/login").defaultSuccessUrl("/"))
                .logout(Customizer.withDefaults())
                .addFilterBefore(new CurrentAccount(accounts, presence), AuthorizationFilter.class)
                .build();
    }

    /** Requests are timed as wholes; timing each of fourteen filters as well is a tenth of a short one's work. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    RoleHierarchy roles() {
        return RoleHierarchyImpl.withDefaultRolePrefix()
                .role("ADMIN")
                .implies("OPERATOR")
                .role("OPERATOR")
                .implies("ANALYST")
                .build();
    }

    /** What every answer tells browsers, pages and data alike: statements and photos are opened by themselves too. */
    private static HttpSecurity guarded(HttpSecurity http, StatsProperties properties) {
        return http.headers(h -> h.contentSecurityPolicy(c -> c.policyDirectives(policy(properties.tiles())))
                .referrerPolicy(Customizer.withDefaults())
                .crossOriginResourcePolicy(
                        c -> c.policy(CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy.SAME_ORIGIN)));
    }

    private static boolean usesBasic(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6);
    }

    /** Nothing inline, nothing from elsewhere but the map's tiles. */
    private static String policy(String tiles) {
        String host = UriComponentsBuilder.fromUriString(tiles.replaceAll("[{}]", ""))
                .replacePath(null)
                .replaceQuery(null)
                .toUriString();
        return "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: " + host
                + "; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    }
}
