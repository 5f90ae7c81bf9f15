using BillingActors.Gateway.Console.Look;
using BillingActors.Grains.Interfaces.Credits;

namespace BillingActors.Gateway.Console.Parts;

/// <summary>What is to stand again of a write-off, as it is typed in.</summary>
public sealed class RecoverForm() : HandForm("recovery")
{
    /// <summary>The write-off; empty before one is chosen.</summary>
    public string WriteOffId { get; set; } = "";

    /// <summary>Amount as typed.</summary>
    public string Amount { get; set; } = "";

    /// <summary>The recovery; null while no amount can be read, or nothing is chosen.</summary>
    public RecoverWrittenOff? ToCommand(string currency) =>
        WriteOffId.Length > 0 && MoneyText.Read(Amount, currency) is { } minor
            ? new RecoverWrittenOff(ActionId, WriteOffId, minor)
            : null;
}
