package org.trainingaudit.api;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** Lists and resources carry a tag, by which a caller is spared what hasn't changed. Files have their own, their hash. */
@Configuration(proxyBeanMethods = false)
class EntityTags {

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> entityTagFilter() {
        FilterRegistrationBean<ShallowEtagHeaderFilter> filter =
                new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
        filter.addUrlPatterns(
                "/api/v1/runs/*", "/api/v1/uses/*", "/api/v1/datasets/*", "/api/v1/findings/*", "/api/v1/regimes/*");
        return filter;
    }
}
