-- In which editions an article stands is asked for every article that appears; the primary key begins with the edition.
CREATE INDEX page_by_article ON page (article);
