// Loads for ./bench/helpline, each a run of its own that prints what it measured as JSON; times in milliseconds, memory in megabytes.
using System.Globalization;
using System.Text.Json;
using Cairn.Bench.Helpline;

int Port() => int.Parse(args[1]);
Watched Server() => new(int.Parse(args[2]));
int Whole(int at) => int.Parse(args[at]);
double Number(int at) => double.Parse(args[at], CultureInfo.InvariantCulture);
object measured = args[0] switch
{
    "open" => Loads.Open(Port(), Whole(2), args[3]),
    "starts" => Loads.Starts(Port(), Server(), Whole(3)),
    "more" => Loads.More(Port(), Server(), Whole(3), Number(4), args[5]),
    "mixed" => Loads.Mixed(Port(), Server(), Number(3), Number(4), args[5]),
    "flood" => Loads.Flood(Port(), Server(), Number(3), Number(4), args[5]),
    "slow" => Loads.Slow(Port(), Server(), Whole(3), Number(4), args[5]),
    "sizes" => Loads.Sizes(Port(), Whole(2), args[3]),
    "soak" => Loads.Soak(Port(), Server(), Number(3), Number(4), args[5]),
    "disk" => Floors.Disk(args[1], Number(2)),
    "sqlite" => Floors.Sqlite(args[1], Number(2), Whole(3)),
    "postgres" => Floors.Postgres(args[1], Number(2), Whole(3)),
    "database" => Floors.Database(args[1], args[2], args[3]),
    _ => throw new ArgumentException($"There is no load {args[0]}."),
};
Console.WriteLine(JsonSerializer.Serialize(measured, new JsonSerializerOptions { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower }));
