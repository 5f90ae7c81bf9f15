-- Each day that lands moves the head of its service point. With room in its page the new row stays there, and the key
-- needs no new entry.
alter table service_point_head set (fillfactor = 50);
