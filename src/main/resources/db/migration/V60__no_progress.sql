-- How far a rendering is was written here, and nobody read it. A program from before this version
-- fails to render a whole channel; the job is tried again until a newer worker does it.
drop table progress;
