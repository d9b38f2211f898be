package fr.faireavec.jobs;

import java.time.Duration;
import java.time.LocalTime;

/**
 * Something that runs by itself: every bean of this type does, once for all instances.
 * What it does may be cut off and run again: it must not mind.
 */
public interface Job {

	/** Lower case with hyphens; never changes, the schedule is kept under it. */
	String name();

	Rhythm rhythm();

	void run();

	/** When a job runs. */
	sealed interface Rhythm {

		/** Again and again, this long after the last end. */
		record Every(Duration pause) implements Rhythm {
		}

		/** Once a day, at this hour of Paris. */
		record DailyAt(LocalTime hour) implements Rhythm {
		}

	}

}
