using Commerce.Faults;

// dotnet run --project tests/Faults -- kill --n 20 --seed 42 --on Servers | race --n 200 | mutants [M1]
var command = args.FirstOrDefault() ?? "";
var n = Number("--n", command == "race" ? 200 : 20);
var seed = Number("--seed", 42);
var on = Enum.Parse<SetUp>(Word("--on", "Embedded"), true);
var dll = command is "mutants" or "" ? "" : Repository.HostDll();
switch (command)
{
    case "kill":
        return Report(await new KillSuite(n, seed, dll, on).Run());
    case "race":
        return Report(await new RaceSuite(n, seed, dll, on).Run());
    case "crowd":
        return Report(await new CrowdSuite(n, seed, dll, on).Run());
    case "keys":
        return Report(await new KeysSuite(n, seed, dll, on).Run());
    case "events":
        return Report(await new EventsSuite(n, seed, dll, on).Run());
    case "database-down":
        return Report(await new DatabaseDownSuite(n, seed, dll, on).Run());
    case "stop":
        return Report(await new StopSuite(n, seed, dll, on).Run());
    case "broker-down":
        return Report(await new BrokerDownSuite(n, seed, dll).Run());
    case "two-hosts":
        return Report(await new TwoHostsSuite(n, seed, dll).Run());
    case "clock":
        return Report(await new ClockSuite(n, seed, dll, on).Run());
    case "mutants":
        var missed = 0;
        foreach (var mutant in Mutant.All.Where(m => args.Length < 2 || args[1] == m.Name))
        {
            Console.WriteLine($"{mutant.Name}: {mutant.What}");
            var verdict = await mutant.Run();
            Console.WriteLine($"  {(mutant.Caught(verdict) ? "caught" : "NOT caught")}: {verdict}");
            verdict.Problems.Skip(1).Take(6).ToList().ForEach(p => Console.WriteLine($"    {p}"));
            missed += mutant.Caught(verdict) ? 0 : 1;
        }

        Console.WriteLine(missed == 0 ? "every broken build was caught" : $"{missed} broken builds were NOT caught");
        return missed == 0 ? 0 : 1;
    default:
        Console.Error.WriteLine("kill | race | crowd | keys | events | database-down | stop | clock [--n 20] [--seed 42] [--on Embedded|Servers], broker-down | two-hosts [--n SECONDS], mutants [M1|M2]");
        return 2;
}

string Word(string name, string fallback)
{
    var at = Array.IndexOf(args, name);
    return at >= 0 && at + 1 < args.Length ? args[at + 1] : fallback;
}

int Number(string name, int fallback)
{
    var at = Array.IndexOf(args, name);
    return at >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], System.Globalization.CultureInfo.InvariantCulture) : fallback;
}

static int Report(Verdict verdict)
{
    Console.WriteLine(verdict);
    foreach (var problem in verdict.Problems.Take(20))
    {
        Console.WriteLine($"  {problem}");
    }

    return verdict.Green ? 0 : 1;
}
