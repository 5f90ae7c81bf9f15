using System.Globalization;
using BillingActors.Load.Machine;

namespace BillingActors.Load.Comparisons;

/// <summary>What the comparison found.</summary>
internal sealed record ComparisonReport(
    ComparisonOptions Options, MonthMeasure Engine, IReadOnlyList<MonthMeasure> Rivals) : IFindings
{
    public bool IsSound => Engine.OwedMinor == 0
        && Rivals.All(rival => (rival.BilledMinor, rival.OwedMinor) == (Engine.BilledMinor, 0));

    public object Figures => new
    {
        Accounts = Options.AccountCount,
        Engine.BilledMinor,
        BillsPerSecond = Math.Round(Engine.BillsPerSecond),
        PaymentsPerSecond = Math.Round(Engine.PaymentsPerSecond),
        Rivals = Rivals.Select(rival => new
        {
            rival.Name,
            BillsPerSecond = Math.Round(rival.BillsPerSecond),
            PaymentsPerSecond = Math.Round(rival.PaymentsPerSecond),
            GainOfBills = Rounded(Engine.BillsPerSecond / rival.BillsPerSecond),
            GainOfPayments = Rounded(Engine.PaymentsPerSecond / rival.PaymentsPerSecond),
        }),
        AllCameToTheSame = IsSound,
    };

    public string Text => string.Create(CultureInfo.InvariantCulture, $"""
        {Options.AccountCount:N0} accounts, a bill and its payment each
        {Line(Engine)}
        {string.Join('\n', Rivals.Select(Line))}
          all came to the same amounts: {IsSound}
        """);

    private string Line(MonthMeasure one) => string.Create(
        CultureInfo.InvariantCulture,
        $"  {one.BillsPerSecond,10:N0} bills/s, {one.PaymentsPerSecond,10:N0} payments/s by the {one.Name}"
        + $" ({Engine.BillsPerSecond / one.BillsPerSecond:N2} and"
        + $" {Engine.PaymentsPerSecond / one.PaymentsPerSecond:N2} times)");

    private static double Rounded(double value) => Math.Round(value, 3);
}
