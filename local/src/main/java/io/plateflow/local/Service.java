package io.plateflow.local;

import java.net.URI;
import java.util.Map;

/**
 * One process of a service.
 *
 * @param name its role, numbered where there may be several
 * @param number among its role's, from 1
 * @param environment its settings
 * @param health answers 200 once it is ready
 */
record Service(String name, Role role, int number, Map<String, String> environment, URI health) {}
