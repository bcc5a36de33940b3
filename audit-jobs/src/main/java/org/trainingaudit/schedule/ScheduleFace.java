package org.trainingaudit.schedule;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The schedule and what a serving program looks after by itself; a single command has neither. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class ScheduleFace {}
