package fr.faireavec.testing;

import fr.faireavec.kernel.MovableClock;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Sets the application's clock right after a test that moved it. */
class ClockReset implements AfterEachCallback {

	@Override
	public void afterEach(ExtensionContext context) {
		SpringExtension.getApplicationContext(context).getBean(MovableClock.class).reset();
	}

}
