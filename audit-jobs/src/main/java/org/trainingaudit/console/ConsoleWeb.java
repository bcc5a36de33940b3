package org.trainingaudit.console;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Language and colours: chosen with {@code ?lang=} and {@code ?theme=}, kept in a cookie, else the browser's. */
@Configuration(proxyBeanMethods = false)
class ConsoleWeb implements WebMvcConfigurer {

    static final List<String> LANGUAGES = List.of("en", "ja");
    static final List<String> THEMES = List.of("light", "dark", "system");

    @Bean
    LocaleResolver localeResolver() {
        AcceptHeaderLocaleResolver browsers = new AcceptHeaderLocaleResolver();
        browsers.setSupportedLocales(List.of(Locale.ENGLISH, Locale.JAPANESE));
        browsers.setDefaultLocale(Locale.ENGLISH);
        return new AcceptHeaderLocaleResolver() {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                return chosen(request, "lang", LANGUAGES)
                        .map(Locale::forLanguageTag)
                        .orElseGet(() -> browsers.resolveLocale(request));
            }
        };
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                keep(request, response, "lang", LANGUAGES);
                keep(request, response, "theme", THEMES);
                return true;
            }
        });
    }

    private static void keep(
            HttpServletRequest request, HttpServletResponse response, String name, List<String> allowed) {
        asked(request, name, allowed)
                .map(value -> ResponseCookie.from("audit-" + name, value)
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(Duration.ofDays(365))
                        .build())
                .ifPresent(cookie -> response.addHeader("Set-Cookie", cookie.toString()));
    }

    /** What the address says, else what the cookie says; nothing that isn't allowed. */
    static Optional<String> chosen(HttpServletRequest request, String name, List<String> allowed) {
        return asked(request, name, allowed)
                .or(() -> Arrays.stream(
                                Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]))
                        .filter(cookie -> cookie.getName().equals("audit-" + name))
                        .map(Cookie::getValue)
                        .filter(allowed::contains)
                        .findFirst());
    }

    private static Optional<String> asked(HttpServletRequest request, String name, List<String> allowed) {
        return Optional.ofNullable(request.getParameter(name)).filter(allowed::contains);
    }
}
