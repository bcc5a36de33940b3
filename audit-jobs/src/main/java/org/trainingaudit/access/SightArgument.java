package org.trainingaudit.access;

import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.trainingaudit.view.Sight;

/** Hands what the account sees to each handler that has a {@link Sight} among its parameters. */
@Component
final class SightArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final Sights sights;

    SightArgument(Sights sights) {
        this.sights = sights;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Sight.class;
    }

    @Override
    public Sight resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        return Optional.ofNullable(request.getUserPrincipal())
                .map(Principal::getName)
                .map(sights::of)
                .orElse(Sight.NOTHING);
    }
}
