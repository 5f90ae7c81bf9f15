using System.Globalization;
using System.Text.Json;

namespace BillingActors.Survival.Cores;

/// <summary>What two cores are worth against one.</summary>
internal sealed record CoresReport(CoresOptions Options, CoresPart One, CoresPart Two)
{
    private const double FactorMin = 1.6;
    private const double CostMax = 1.25;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private double FactorOfBills => Two.BillsPerSecond / One.BillsPerSecond;

    private double FactorOfCalls => Two.CallsPerSecond / One.CallsPerSecond;

    private double CostOfBills => Two.SiloMillisecondsPerBill / One.SiloMillisecondsPerBill;

    private bool IsFactorReached => FactorOfBills >= FactorMin && FactorOfCalls >= FactorMin;

    private bool IsCostKept => CostOfBills <= CostMax;

    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            Accounts = Options.AccountCount,
            Calls = Options.CallCount,
            One,
            Two,
            FactorOfBills = Math.Round(FactorOfBills, 3),
            FactorOfCalls = Math.Round(FactorOfCalls, 3),
            IsFactorReached,
            SiloCostOfBills = Math.Round(CostOfBills, 3),
            IsCostKept,
            Command = string.Join(' ', Environment.GetCommandLineArgs().Skip(1).Prepend("billing")),
            Date = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        },
        Json);

    public string ToText() => string.Create(CultureInfo.InvariantCulture, $"""
        {Options.AccountCount:N0} bills and {Options.CallCount:N0} calls; silos, PostgreSQL and load on the same cores
          one core    {One.BillsPerSecond,10:N0} bills/s, {One.CallsPerSecond:N0} calls/s by one silo
          two cores   {Two.BillsPerSecond,10:N0} bills/s, {Two.CallsPerSecond:N0} calls/s by two silos
          factor      {FactorOfBills,10:N2} for bills, {FactorOfCalls:N2} for calls
                      (at least {FactorMin}: {Told(IsFactorReached)})
          silo time   {One.SiloMillisecondsPerBill,10:N3} ms a bill on one core, {Two.SiloMillisecondsPerBill:N3} on two
          cost        {CostOfBills,10:N2} times that of one (at most {CostMax}: {Told(IsCostKept)})
        """);

    private static string Told(bool holds) => holds ? "holds" : "BROKEN";
}
