package org.polywire.gather;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Keeps us out of private networks: an address that somebody else wrote (in a feed, a link, a redirect) must not lead to the
 * operator's own machines.
 *
 * <p>The client resolves names through this class only, once for each connection, and connects to nothing but what it
 * returns. So a name that answers differently the second time gains nothing. Rules: OWASP's cheat sheet on server-side
 * request forgery. Safe to share between threads.
 */
final class Guard implements DnsResolver {
    private static final Set<String> FORBIDDEN_NAMES = Set.of("localhost", "metadata", "metadata.google.internal");
    private static final List<String> FORBIDDEN_ENDINGS =
            List.of(".localhost", ".local", ".internal", ".localdomain", ".home.arpa", ".onion");

    /** What browsers take for an IPv4 address in one form or another: the last label is a number. */
    private static final Pattern NUMERIC = Pattern.compile("(?:.*\\.)?(?:\\d+|0[xX][0-9a-fA-F]*)");

    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern DOTTED = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");

    private final Set<String> allowed;
    private final DnsResolver names;
    private final Duration timeout;
    private final Executor threads;

    /**
     * @param allowed hosts, with or without port, that may lie on loopback and on any port
     * @param timeout for one lookup
     */
    Guard(Set<String> allowed, DnsResolver names, Duration timeout, Executor threads) {
        this.allowed = allowed;
        this.names = names;
        this.timeout = timeout;
        this.threads = threads;
    }

    /** What is wrong with an http or https address that was not even looked up; empty if nothing is. */
    Optional<String> objection(URI address) {
        Authority authority = Authority.of(address);
        if (address.getRawUserInfo() != null) {
            return Optional.of("the address holds a user name");
        }
        if (isOddLiteral(authority.host(), address.getHost())) {
            return Optional.of("the host is a number in an unusual form");
        }
        if (allows(authority.host(), authority.port())) {
            return Optional.empty();
        }
        if (!authority.onUsualPort()) {
            return Optional.of("port " + authority.port() + " is not on the list of allowed hosts");
        }
        return isForbiddenName(authority.host())
                ? Optional.of("the name stands for an internal host")
                : Optional.empty();
    }

    /** Whether the operator put exactly this host on the list. */
    boolean allows(String host, int port) {
        return allowed.contains(host + ":" + port) || (port == 80 || port == 443) && allowed.contains(host);
    }

    private static boolean isOddLiteral(String host, String written) {
        boolean plain = DOTTED.matcher(host).matches() && !written.endsWith(".");
        return host.contains("%") || NUMERIC.matcher(host).matches() && !plain;
    }

    /** Whether a name stands for an internal host, or a number lies in a range that we do not contact. */
    static boolean isInternal(String host) {
        boolean number = DOTTED.matcher(host).matches() || host.startsWith("[");
        try {
            return number ? Ranges.forbid(InetAddress.getByName(host)) : isForbiddenName(host);
        } catch (UnknownHostException e) {
            return true;
        }
    }

    private static boolean isForbiddenName(String host) {
        return FORBIDDEN_NAMES.contains(host) || FORBIDDEN_ENDINGS.stream().anyMatch(host::endsWith);
    }

    /**
     * The addresses of a host, all of them checked.
     *
     * @throws AddressRefusedException if one of them may not be contacted
     */
    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        boolean mayBeLoopback =
                allows(Authority.of(URI.create("http://" + host)).host(), port);
        InetAddress[] addresses = lookup(host);
        for (InetAddress address : addresses) {
            if (Ranges.forbid(address) && !(mayBeLoopback && Ranges.isLoopback(address))) {
                throw new AddressRefusedException("the host lies in a private or reserved network");
            }
        }
        return Stream.of(addresses)
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return resolve(host, 0).stream().map(InetSocketAddress::getAddress).toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** The JDK's lookup has no time limit, so it runs beside us. */
    private InetAddress[] lookup(String host) throws UnknownHostException {
        CompletableFuture<InetAddress[]> lookup = CompletableFuture.supplyAsync(() -> lookupNow(host), threads);
        try {
            return lookup.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new UnknownHostException("DNS: no address for the name");
        } catch (TimeoutException e) {
            throw new UnknownHostException("DNS: no answer within " + timeout.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException("interrupted");
        }
    }

    private InetAddress[] lookupNow(String host) {
        try {
            return names.resolve(host);
        } catch (UnknownHostException e) {
            throw new CompletionException(e);
        }
    }

    /** A name leads where we do not go. */
    static final class AddressRefusedException extends UnknownHostException {
        AddressRefusedException(String message) {
            super(message);
        }
    }
}
