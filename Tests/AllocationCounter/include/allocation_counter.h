/// How many times `malloc` was called on this thread; 0 where calls are not counted.
unsigned long allocation_count(void);
