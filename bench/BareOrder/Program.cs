using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

// The floor for orders: the rows of one submit by bare ADO.NET, one durable commit each, one writer.
// dotnet Commerce.BareOrder.dll FILE SECONDS
var seconds = double.Parse(args[1], CultureInfo.InvariantCulture);
using var db = new SqliteConnection($"Data Source={args[0]}");
db.Open();
Run("""
    PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE idempotency_keys (actor TEXT, operation TEXT, key TEXT, hash TEXT, result TEXT, at TEXT, PRIMARY KEY (actor, operation, key));
    CREATE TABLE stock (offer TEXT PRIMARY KEY, on_hand INTEGER, reserved INTEGER);
    CREATE TABLE budgets (unit TEXT, year INTEGER, fund TEXT, max INTEGER, reserved INTEGER, spent INTEGER, PRIMARY KEY (unit, year, fund));
    CREATE TABLE orders (id TEXT PRIMARY KEY, number TEXT UNIQUE, serial INTEGER, unit TEXT, status TEXT, purpose TEXT, estimated INTEGER, version INTEGER, at TEXT);
    CREATE TABLE order_lines (id TEXT PRIMARY KEY, order_id TEXT, offer TEXT, product TEXT, quantity INTEGER, price INTEGER, estimated INTEGER);
    CREATE INDEX order_lines_order ON order_lines (order_id);
    CREATE TABLE outbox (sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE, name TEXT, body TEXT, at TEXT, closed TEXT);
    CREATE TABLE audit (sequence INTEGER PRIMARY KEY AUTOINCREMENT, actor TEXT, operation TEXT, subject TEXT, details TEXT, at TEXT);
    """);
var offers = Enumerable.Range(0, 200).Select(_ => Guid.NewGuid().ToString()).ToArray();
foreach (var offer in offers)
{
    Run($"INSERT INTO stock VALUES ('{offer}', 1000000000, 0)");
}

Run("INSERT INTO budgets VALUES ('unit', 2026, 'CANTEEN', 1000000000000, 0, 0)");

using var key = Command("INSERT INTO idempotency_keys VALUES ('buyer', 'CreateOrder', @a, @b, @c, @d)");
using var stock = Command("UPDATE stock SET reserved = reserved + 1000 WHERE offer = @a AND on_hand - reserved >= 1000");
using var budget = Command("UPDATE budgets SET reserved = reserved + 1120 WHERE unit = 'unit' AND year = 2026 AND fund = 'CANTEEN' AND max - reserved - spent >= 1120");
using var order = Command("INSERT INTO orders VALUES (@a, @b, @c, 'unit', 'SUBMITTED', 'CANTEEN', 1120, 1, @d)");
using var line = Command("INSERT INTO order_lines VALUES (@a, @b, @c, '大米', 1000, 56000, 560)");
using var outbox = Command("INSERT INTO outbox (id, name, body, at) VALUES (@a, 'Commerce.Contracts.Ordering.OrderSubmitted', @b, @c)");
using var audit = Command("INSERT INTO audit (actor, operation, subject, details, at) VALUES ('buyer', 'CreateOrder', @a, @b, @c)");
var body = JsonSerializer.Serialize(new { orderId = Guid.NewGuid(), number = "PO-2026-000001", unitId = Guid.NewGuid(), countsForUnitId = Guid.NewGuid(), purpose = "CANTEEN", estimated = 11.20m, submittedAt = DateTimeOffset.UtcNow });
var hash = new string('0', 64);

var latencies = new List<double>();
var cpu = Process.GetCurrentProcess().TotalProcessorTime;
var watch = Stopwatch.StartNew();
for (var n = 0; watch.Elapsed.TotalSeconds < seconds; n++)
{
    var start = Stopwatch.GetTimestamp();
    var id = Guid.NewGuid().ToString();
    var at = DateTime.UtcNow.ToString("O");
    using var transaction = db.BeginTransaction(deferred: false);
    One(key, $"key-{n}", hash, id, at);
    One(stock, offers[n * 31 % offers.Length]);
    One(stock, offers[((n * 31) + 17) % offers.Length]);
    One(budget);
    One(order, id, $"PO-2026-{n:000000}", n, at);
    One(line, Guid.NewGuid().ToString(), id, offers[n * 31 % offers.Length]);
    One(line, Guid.NewGuid().ToString(), id, offers[((n * 31) + 17) % offers.Length]);
    One(outbox, Guid.NewGuid().ToString(), body, at);
    One(audit, id, body, at);
    transaction.Commit();
    latencies.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);

    void One(SqliteCommand command, params object[] values)
    {
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        if (command.ExecuteNonQuery() != 1)
        {
            throw new InvalidOperationException(command.CommandText);
        }
    }
}

var elapsed = watch.Elapsed.TotalSeconds;
var used = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds;
latencies.Sort();
Console.WriteLine(JsonSerializer.Serialize(new
{
    perSecond = latencies.Count / elapsed,
    p50 = latencies[latencies.Count / 2],
    p99 = latencies[(int)(latencies.Count * 0.99)],
    cpuMs = used / latencies.Count,
}));

void Run(string sql)
{
    using var command = new SqliteCommand(sql, db);
    command.ExecuteNonQuery();
}

SqliteCommand Command(string sql)
{
    var command = new SqliteCommand(sql, db);
    foreach (var name in new[] { "@a", "@b", "@c", "@d" }.Where(p => sql.Contains(p, StringComparison.Ordinal)))
    {
        command.Parameters.Add(new SqliteParameter { ParameterName = name });
    }

    return command;
}
