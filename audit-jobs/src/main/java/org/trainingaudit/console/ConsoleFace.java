package org.trainingaudit.console;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The pages; a program that serves has them, one that runs a single command has not. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class ConsoleFace {}
