import * as z from 'zod';

// A run uses each schema once or twice: turning them into code first costs 15 ms of its start (measured).
z.config({ jitless: true });
