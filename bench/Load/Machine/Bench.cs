using System.Globalization;
using System.Text.Json;
using Npgsql;

namespace BillingActors.Load.Machine;

/// <summary>
/// What every scenario begins and ends with: a server for its own databases, and a report that can be repeated.
/// </summary>
internal static class Bench
{
    private const string Variable = "Billing__Storage__ConnectionString";
    private const int Succeeded = 0;
    private const int Invalid = 1;
    private const int WrongUse = 2;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>
    /// Runs a scenario in databases of its own, which are dropped afterwards. Answers 0; 1 when the run is invalid; 2
    /// when it cannot start.
    /// </summary>
    public static async Task<int> Run(
        BenchOptions options,
        TextWriter output,
        Func<BenchServer, CancellationToken, Task<IFindings>> measure,
        CancellationToken cancellation)
    {
        var connection = options.ConnectionString ?? Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(connection))
        {
            await output.WriteLineAsync($"The benchmark needs PostgreSQL: set {Variable}.");
            return WrongUse;
        }
        await using var server = await Connect(connection, output, cancellation);
        if (server is null)
            return WrongUse;
        var findings = await measure(server, cancellation);
        var (durability, machine) =
            (await server.Durability(cancellation), await MachineFacts.Read(server, cancellation));
        var isValid = findings.IsSound && durability.IsFull;
        await output.WriteLineAsync(options.AsJson
            ? ToJson(findings, durability, machine, isValid)
            : ToText(findings, durability, machine, isValid));
        return isValid ? Succeeded : Invalid;
    }

    private static async Task<BenchServer?> Connect(
        string connection, TextWriter output, CancellationToken cancellation)
    {
        try
        {
            return await BenchServer.Connect(connection, cancellation);
        }
        catch (Exception fault) when (fault is NpgsqlException or ArgumentException)
        {
            await output.WriteLineAsync($"PostgreSQL cannot be reached: {fault.Message}");
            return null;
        }
    }

    private static string ToJson(IFindings findings, Durability durability, MachineFacts machine, bool isValid)
    {
        var report = JsonSerializer.SerializeToNode(findings.Figures, Json)!.AsObject();
        var facts = JsonSerializer.SerializeToNode(
            new
            {
                durability.Fsync,
                durability.SynchronousCommit,
                durability.FullPageWrites,
                IsValid = isValid,
                machine.Command,
                machine.Commit,
                machine.Cpu,
                machine.CoreCount,
                machine.FileSystem,
                machine.Database,
                LoadAverage = machine.Load,
                machine.Date,
            },
            Json)!.AsObject();
        foreach (var (name, value) in facts.ToList())
            report.Add(name, value?.DeepClone());
        return report.ToJsonString();
    }

    private static string ToText(IFindings findings, Durability durability, MachineFacts machine, bool isValid) =>
        string.Create(CultureInfo.InvariantCulture, $"""
            {findings.Text}
            {(isValid ? "valid" : "INVALID")}: {durability}; {machine.Database}
            {machine.Command} at {machine.Commit} on {machine.Date}
            {machine.Cpu}, {machine.CoreCount} cores, {machine.FileSystem}, load {machine.Load}
            """);
}
