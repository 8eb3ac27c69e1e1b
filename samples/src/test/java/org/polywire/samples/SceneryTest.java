package org.polywire.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SceneryTest {
    @Test
    void picturesOfTwoNamesDiffer() {
        assertThat(Scenery.png("sea-one", 600)).isNotEqualTo(Scenery.png("sea-two", 600));
    }

    @Test
    void aPictureIsAsWideAsAsked() throws IOException {
        assertThat(ImageIO.read(new ByteArrayInputStream(Scenery.png("harbour", Scenery.WIDTH))))
                .satisfies(image -> assertThat(image.getWidth()).isEqualTo(1200))
                .satisfies(image -> assertThat(image.getHeight()).isEqualTo(675));
    }

    @ParameterizedTest
    @EnumSource(Subject.class)
    void everySubjectCanBeDrawn(Subject subject) {
        assertThat(Scenery.png(subject.name().toLowerCase(java.util.Locale.ROOT) + "-test", 300))
                .hasSizeGreaterThan(2000);
    }
}
