/**
 * The rules of the house over the classes of all modules. Entry: {@link io.accounts4j.architecture.HouseTest}; package
 * {@code planted} is a house that breaks each rule, so that none can go blind.
 */
package io.accounts4j.architecture;
