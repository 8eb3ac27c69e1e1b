package org.polywire.publish;

import java.util.List;

/**
 * A story's page: the articles that tell it, those that only other editions have, and what happened when.
 *
 * @param mark what the copy is whose headline stands for the story
 * @param count how many articles tell it, in words
 * @param timeline the newest first
 */
record StoryView(
        Frame frame,
        String title,
        String mark,
        String count,
        List<Version> here,
        List<Version> elsewhere,
        List<Happening> timeline) {

    /**
     * An article of the story.
     *
     * @param edition whose words the card is in
     * @param also the same article in other editions
     */
    record Version(Card card, Frame.Tongue edition, List<Frame.Tongue> also) {}
}
