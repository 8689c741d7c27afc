create table users (id int primary key, name varchar(20));
insert into users values (1, 'the host''s');
