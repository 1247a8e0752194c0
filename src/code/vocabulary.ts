/**
 * The words by which code shows what it talks to: modules, types, variable names and methods. Data only; `io.ts` says how they combine.
 * A module or a type is proof, a variable name is a hint that needs a fitting method, a few methods are distinctive on any receiver.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export type IoKind = 'database' | 'http' | 'cache' | 'file' | 'remote';

/** Packages by what a call into them costs. Subpaths count (`mysql2/promise`). */
export const MODULES: Readonly<Record<'database' | 'http' | 'cache' | 'file', ReadonlySet<string>>> = {
  database: words(`
    pg pg-promise pg-pool postgres slonik mysql mysql2 mariadb mssql tedious oracledb sqlite sqlite3 knex objection bookshelf
    typeorm sequelize sequelize-typescript drizzle-orm kysely mongodb mongoose typegoose monk nano couchbase arangojs rethinkdb
    cassandra-driver neo4j-driver
    @prisma/client @mikro-orm/core @mikro-orm/postgresql @mikro-orm/mysql @mikro-orm/mongodb @nestjs/typeorm @nestjs/mongoose @nestjs/sequelize
    @supabase/supabase-js @planetscale/database @neondatabase/serverless @vercel/postgres @libsql/client @databases/pg
    @aws-sdk/client-dynamodb @aws-sdk/lib-dynamodb dynamoose @google-cloud/firestore @google-cloud/spanner @google-cloud/bigquery
    @elastic/elasticsearch @opensearch-project/opensearch @clickhouse/client @typegoose/typegoose`),
  http: words(
    `axios got ky superagent request request-promise node-fetch cross-fetch isomorphic-fetch undici needle ofetch http https node:http node:https wretch`,
  ),
  cache: words(`ioredis redis memcached memjs keyv cache-manager @redis/client @upstash/redis @keyv/redis valkey iovalkey`),
  file: words(`fs node:fs fs/promises node:fs/promises fs-extra graceful-fs`),
};

export const DATABASE_TYPES = words(`
  PrismaClient PrismaService Pool PoolClient Knex Kysely Db MongoClient Collection Model Repository TreeRepository EntityManager EntityRepository DataSource
  QueryRunner Sequelize ModelStatic Firestore DynamoDBClient DynamoDBDocumentClient Database DatabaseService SupabaseClient NodePgDatabase Sql IDatabase DatabasePool`);
export const CACHE_TYPES = words(`Redis RedisClient RedisClientType Cluster Memcached Keyv RedisService`);
export const HTTP_TYPES = words(`AxiosInstance HttpService HttpClient Got KyInstance Axios AxiosStatic`);

/** Variable names that stand for a database handle or a table, model or repository of it. */
export const DATABASE_NAMES = words(`
  db database prisma knex pool pgPool pg sql mysql mongo mongoose sequelize orm em entityManager dataSource conn connection dbClient pgClient
  supabase firestore dynamo dynamodb ddb docClient knexInstance dbConnection prismaClient queryRunner drizzle kysely`);
export const CACHE_NAMES = words(`redis redisClient redisCache cache cacheManager cacheClient memcached cacheService kv`);
export const HTTP_NAMES = words(
  `axios http https httpClient httpService apiClient restClient got ky superagent request fetcher api client`,
);
/** Ends of names with the same meaning: `usersRepository`, `orderRepo`, `UserModel`, `ordersCollection`. */
export const DATABASE_SUFFIX = /(?:Repository|Repo|Dao|DAO|Model|Collection|Db|DB)$/;

/** Methods that only a data layer has: enough on their own when awaited. */
export const DISTINCT_READS = words(`
  findOne findById findByPk findUnique findUniqueOrThrow findFirst findFirstOrThrow findMany findOneBy findOneByOrFail findOneOrFail findByIds findAndCount
  findOneBySlug countDocuments countBy executeQuery $queryRaw $queryRawUnsafe queryRow getRepository selectFrom findOneById findRow`);
export const DISTINCT_WRITES = words(`
  insertOne updateOne replaceOne deleteOne findOneAndUpdate findOneAndDelete findOneAndReplace findByIdAndUpdate findByIdAndDelete findByIdAndRemove findOrCreate
  $executeRaw $executeRawUnsafe insertInto bulkCreate findOneAndRemove`);
/** Methods that mean a query on something that is known, or named, as a database. */
export const READS = words(`
  find findAll findBy get select query one oneOrNone many manyOrNone any all first raw count aggregate exists distinct fetch execute exec executeTakeFirst executeTakeFirstOrThrow
  getOne getMany getRawOne getRawMany getOneOrFail getCount lean where populate send search values pluck load maybeOne single maybeSingle from run groupBy unsafe returning then limit toArray iterate
  preload sum avg min max findOneByOrFail whereIn orderBy`);
export const WRITES = words(
  `insert create update save upsert delete remove destroy put merge increment decrement set add patch updateById deleteById removeById createOne none persistAndFlush softDelete restore index`,
);
/** They take many rows at once, so that one call is already the batch. */
export const BATCH_METHODS = words(`
  insertMany createMany createManyAndReturn updateMany deleteMany findByIds whereIn bulkWrite bulkCreate bulkInsert batchInsert mget hmget mset bulkUpdate bulkDelete loadMany orWhereIn
  batchWrite batchGet unsafeBulk copyFrom bulk multi pipeline upsertMany saveMany putMany`);
/** Housekeeping of a database handle: ordered by nature, or rare. */
export const DATABASE_ADMIN = words(`
  connect disconnect close end release quit destroyPool transaction $transaction startTransaction beginTransaction commit commitTransaction rollback rollbackTransaction begin createTable
  dropTable alterTable truncate synchronize sync migrate runMigrations createIndex createIndexes dropIndex dropIndexes ensureIndex listCollections drop dropCollection dropDatabase createCollection initialize init authenticate on once
  model define collection getClient acquire hasTable hasColumn listen notify subscribe unsubscribe publish use setup ping watch showIndex introspect startSession endSession $connect $disconnect savepoint executeSql clear clearTable flush validate`);
export const CACHE_READS = words(
  `get hget hgetall hGet hGetAll exists ttl smembers sMembers lrange lRange zrange zRange zscore sismember sIsMember getBuffer has getex scard llen`,
);
export const CACHE_WRITES = words(
  `set hset hSet setex setEx psetex del unlink expire incr incrby decr sadd sAdd srem zadd zAdd lpush lPush rpush rPush hdel hDel hincrby setnx delete hmset`,
);
export const HTTP_METHODS = words(`get post put patch delete head request fetch getJSON postForm`);
/** File calls that read and so do not depend on order; writing one after another is often meant. */
export const FILE_READS = words(`readFile readJson readJSON stat lstat access realpath pathExists exists`);

/** Functions by whose name a remote call is meant when they get a key of the row: `getUser(order.userId)`, `fetchPrice(sku)`. */
export const REMOTE_FUNCTION = /^(?:[fF]etch|[qQ]uery|[rR]etrieve|[lL]ookup|[lL]ookUp|[fF]ind|[lL]oad|[gG]et)(?:[A-Z]\w*)$/;
export const REMOTE_RECEIVER = /(?:Service|Client|Api|API|Gateway|Store|Sdk|SDK)$|^(?:api|client|sdk|service|stripe|github|octokit)$/;

/** Collections that are a handful by nature: what belongs to the shape of the program, not to its data. */
export const SMALL_COLLECTION =
  /(?:^|[a-z_$])(?:args?|argv|params?|parameters|options?|opts|flags?|fields?|columns?|cols|attributes|attrs|props|properties|propert(?:y)?Names|keys|headers?|roles|permissions|scopes|types|kinds|levels|modes|locales?|languages|langs|plugins|extensions|exts|steps|stages|phases|tabs|rules|configs?|settings|hooks|middlewares?|listeners|handlers|callbacks|interceptors|transforms?|transformers|validators|filters|strategies|providers|adapters|drivers|backends|regions|zones|envs?|environments|platforms|migrations|seeds?|seeders|fixtures|tables|schemas?|databases|dbs|shards|replicas|partitions|hosts|mirrors|endpoints|services|workers|threads|modules|packages|deps|dependencies|classes|classNames|methods|verbs|statuses|states|constraints|indexes|indices|relations|associations|includes|excludes?|excluded|ignored?|allowed\w*|whitelist|blacklist|allowlist|denylist|blocklist|skip(?:ped)?|reserved|keywords|suffixes|prefixes|patterns|formats|units|days|months|weekdays|weeks|years|quarters|axes|dimensions|colou?rs|sizes|features|capabilities|operators|tokens|directives|decorators|paths|dirs|directories|folders|parts|segments|pieces|statements|queries|sqls|commands|actions|channels|topics|queues|streams|buckets|checks|probes|tasks|jobs|tests|specs|suites|cases|scenarios|queryParams|targets|presets|themes|breakpoints|enums?|constants|literals|words|imports|exports|entities|models|controllers|routes|subgraphs|resolvers|uniques|exclusions|metadatas?|tools|credentials|toolCalls|currentPath|path|\w*[cC]odes|stack|ancestors|parents)$/i;
/** What hangs on one of these describes the program's own shape. */
export const SMALL_SUBJECT =
  /[cC]onfig|[pP]lugin|[sS]chema|[mM]etadata|[cC]ontentType|(?:^k|K)eys(?:$|[A-Z])|^components?$|[bB]locks$|[bB]lockReferences$|^\$(?:or|and|in)$|Meta$|Defs?$|Definitions?$|[vV]ars$|^inputs$|[aA]lias(?:es)?$|^translations$/;
export const SMALL_OWNER = /(?:metadata|schema|config|manifest|definition|blueprint)$/i;
/** Collections that belong to the shape of the program even where each element costs a query: not the rows of a table. */
export const FIXED_COLLECTION =
  /(?:^|[a-z_$])(?:args?|argv|params|options|flags?|fields?|columns?|attributes|props|properties|locales?|locali[sz]ations|translations|languages|plugins|extensions|steps|stages|phases|rules|configs?|settings|hooks|middlewares?|listeners|handlers|callbacks|interceptors|transforms?|validators|strategies|providers|adapters|drivers|backends|regions|zones|envs?|environments|platforms|migrations|seeds?|seeders|fixtures|tables|schemas?|databases|dbs|shards|replicas|partitions|hosts|mirrors|endpoints|workers|modules|packages|dependencies|constraints|indexes|indices|relations|associations|statements|queries|sqls|commands|checks|probes|tests|suites|cases|scenarios|entities|metadatas|models|datasources|connections|subgraphs|buckets|collections)$|(?:table|column|attribute|field|index|view|schema|constraint)Names\w*$|^extensions[A-Z]\w*$/i;
/** Slices of a larger whole: a loop over them is already the batch. */
export const BATCH_COLLECTION =
  /(?:chunk|batch|page|window|slice|partition|group|bucket|shard)(?:s|es|d|ed)?$|^(?:chunks?|batch(?:es)?|pages?|slices?|groups?|windows)(?:[A-Z]\w*)?$/i;
export const ATTEMPTS =
  /^(?:attempts?|retries|retry\w*|tries|backoffs?|delays|mirrors|fallbacks?|candidates|sources|hosts|endpoints|replicas|strategies|providers)$|Retries$|Attempts$|Delays$|Fallbacks$|Mirrors$|Candidates$/i;
export const STREAMS = /^stream|(?:stream|reader|chunks?|cursor|rl|lines|events|messages|iterator|generator|subscription|socket|body)$/i;
/** Awaiting one of these in a loop is how a rate limit, a lock or a pause is written. */
export const PAUSES =
  /^(?:sleep|delay|wait|waitFor\w*|pause|throttle\w*|backoff\w*|rateLimit\w*|acquire\w*|timeout|setTimeout|cooldown|nextTick|yield\w*|lock|runExclusive|drain|removeTokens|schedule|sleepFor|sleepMs|waitMs|consume|setImmediate|tick)$/;
/** A handle of an open transaction. */
export const TRANSACTION_NAMES =
  /^(?:trx|tx|txn|transaction|trans|txClient|t|transactionManager|transactionalEntityManager|transacting|transactionHost|tm|session|qr)$|(?:Trx|Tx|Transaction)$/;
export const LIMITERS = /limit|throttl|queue|semaphore|mutex|lock|pool\.run|bottleneck/i;
/** Names of collections that hold rows and grow with the business. */
export const ROWS =
  /(?:^|[a-z_$])(?:rows|records|users|members|customers|accounts|people|contacts|orders|invoices|payments|transactions|products|skus|carts|baskets|bookings|tickets|posts|comments|messages|emails|notifications|events|logs|metrics|measurements|samples|readings|documents|docs|articles|files|assets|images|entities|entries|sessions|trades|quotes|shipments|reviews|tweets|visits|views|clicks|subscribers|subscriptions|ids)$/i;
