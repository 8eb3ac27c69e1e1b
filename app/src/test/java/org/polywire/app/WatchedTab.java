package org.polywire.app;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewPageOptions;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** A tab of a browser, and all that an attack did in it. */
record WatchedTab(Page page, List<String> seen) {
    static final String RAN = "an attack ran";
    private static final int SIDE_BY_SIDE = 30;

    /**
     * Loads addresses in frames, and tells what then stands in each. All lie one upon another in sight, as what moves or is seen runs there alone, and stay a
     * while; what asks for the focus gets it in each, as a browser gives it once a page.
     */
    private static final String FRAMES = """
            async addresses => {
              const shown = await Promise.all(addresses.map(address => new Promise(done => {
                const frame = document.createElement('iframe');
                frame.style = 'position:fixed;top:0;left:0';
                frame.onload = () => done(frame.contentDocument ? frame.contentDocument.URL : 'about:nothing');
                setTimeout(() => done('about:never'), 60000);
                frame.src = address;
                document.body.append(frame);
              })));
              for (const frame of document.querySelectorAll('iframe')) {
                frame.contentDocument?.querySelectorAll('[autofocus]').forEach(each => each.focus());
              }
              await new Promise(done => setTimeout(done, 200));
              document.body.replaceChildren();
              return shown;
            }
            """;

    /** @param bypass whether pages are shown without their policy, so that escaping alone must hold */
    static WatchedTab in(Browser browser, boolean bypass) {
        Page page = browser.newPage(new NewPageOptions().setBypassCSP(bypass));
        List<String> seen = new CopyOnWriteArrayList<>();
        page.addInitScript("window.alert = () => console.error('" + RAN + "');"
                + "document.addEventListener('securitypolicyviolation', event => document.contentType === 'text/html' && console.error('the policy was needed: '"
                + " + event.violatedDirective + ' ' + event.blockedURI));");
        page.onConsoleMessage(message -> {
            if (message.text().contains(RAN) || message.text().contains("the policy was needed")) {
                seen.add(message.text() + " at " + page.url() + " " + message.location());
            }
        });
        page.onDialog(dialog -> {
            seen.add("a dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> {
            if (!"localhost".equals(URI.create(request.url()).getHost())
                    && !request.url().startsWith("data:")) {
                seen.add("asks " + request.url());
            }
        });
        return new WatchedTab(page, seen);
    }

    void show(String address) {
        page.navigate(address);
        look(address, page.url());
    }

    private void look(String asked, String shown) {
        if (!Objects.equals(URI.create(shown).getRawPath(), URI.create(asked).getRawPath())) {
            seen.add(asked + " led to " + shown);
        }
    }

    /**
     * Shows many pages side by side, which takes a fraction of the time. They must let themselves be framed, so they have no policy.
     *
     * @param blank a page of the same server to put them on
     */
    void showAll(String blank, List<String> addresses) {
        page.navigate(blank);
        for (int from = 0; from < addresses.size(); from += SIDE_BY_SIDE) {
            List<String> some = addresses.subList(from, Math.min(from + SIDE_BY_SIDE, addresses.size()));
            List<?> shown = (List<?>) page.evaluate(FRAMES, some);
            for (int i = 0; i < some.size(); i++) {
                look(some.get(i), String.valueOf(shown.get(i)));
            }
            look(blank, page.url());
        }
    }
}
