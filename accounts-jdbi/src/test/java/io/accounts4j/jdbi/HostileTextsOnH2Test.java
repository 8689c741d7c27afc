package io.accounts4j.jdbi;

class HostileTextsOnH2Test extends OnH2 implements HostileTexts {}
