package org.polywire.model;

/**
 * What the operator may do with a source's articles, as the operator declares it. Signals on the source's side (robots,
 * text-mining reservations, licences, paywalls) can only narrow it.
 */
public enum Grant {
    /** Translate and publish whole articles: own material, a contract, or a licence that allows it. */
    FULL,
    /** Headline, standfirst and a link to the original; what is published without any permission. */
    HEADLINE
}
