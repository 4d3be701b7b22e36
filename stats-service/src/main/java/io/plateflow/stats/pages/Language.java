package io.plateflow.stats.pages;

import java.time.Duration;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Which language a page speaks: {@code ?lang=} chooses, a cookie remembers for a year, Spanish is the default. */
@Configuration
class Language implements WebMvcConfigurer {

    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasename(Words.CATALOGUE);
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setDefaultLocale(Words.SPANISH);
        return source;
    }

    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("PLATEFLOW_LANGUAGE");
        resolver.setDefaultLocale(Words.SPANISH);
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor chosen = new LocaleChangeInterceptor() {
            @Override
            protected Locale parseLocaleValue(String value) {
                return Words.LANGUAGES.stream()
                        .filter(language -> language.getLanguage().equals(value))
                        .findAny()
                        .orElse(Words.SPANISH);
            }
        };
        chosen.setParamName("lang");
        registry.addInterceptor(chosen).excludePathPatterns("/v1/**");
        registry.addInterceptor(chosen).addPathPatterns("/v1/charges/*/statement");
    }
}
