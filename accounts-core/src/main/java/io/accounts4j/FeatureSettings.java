package io.accounts4j;

import io.accounts4j.confirmation.ConfirmationSettings;
import io.accounts4j.purging.PurgingSettings;
import io.accounts4j.session.SessionPolicy;

/** One settings value per feature that has settings. */
record FeatureSettings(ConfirmationSettings confirmation, SessionPolicy sessions, PurgingSettings purging) {

    static FeatureSettings standard() {
        return new FeatureSettings(
                ConfirmationSettings.standard(), SessionPolicy.original(), PurgingSettings.standard());
    }

    FeatureSettings with(ConfirmationSettings changed) {
        return new FeatureSettings(changed, sessions, purging);
    }

    FeatureSettings with(SessionPolicy changed) {
        return new FeatureSettings(confirmation, changed, purging);
    }

    FeatureSettings with(PurgingSettings changed) {
        return new FeatureSettings(confirmation, sessions, changed);
    }
}
