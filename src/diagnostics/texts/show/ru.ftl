# Один регламент, разложенный для чтения.

show-channel = Канал
show-besides = Что ещё акт ограничивает сроком
show-omits = Что из акта опущено намеренно
show-abbreviations = Сокращения
show-mentions = Что акт упоминает
show-implements = реализует
show-since = действует с
show-until = действует по
show-participants = Кто участвует
show-step = процедура
show-who = кто › кому
show-limit = срок
show-from = считая от
show-clauses = пункты
show-next = дальше
show-documents = Что представляется и что есть у государства
show-grounds = Основания для отказа
show-results = Результаты
show-conditions = Форма, плата и судьба акта
