package org.trainingaudit.api;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The REST face; a program that serves has it, one that runs a single command has not. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class ApiFace {}
