package planted.http;

import planted.event.EventBus;

interface Modest {
    EventBus events();
}
