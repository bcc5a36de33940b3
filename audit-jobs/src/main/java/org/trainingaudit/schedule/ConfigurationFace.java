package org.trainingaudit.schedule;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What looks after the configuration folder, for a program that serves and has no schedule. */
@Configuration(proxyBeanMethods = false)
@Import({ConfigurationWatch.class, ConfigurationHealth.class})
public class ConfigurationFace {}
