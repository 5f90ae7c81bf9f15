using System.CommandLine;
using System.Text.Json;
using BillingActors.Grains.Interfaces.Charging;
using static BillingActors.Cli.Verbs.AccountOptions;

namespace BillingActors.Cli.Verbs;

/// <summary>billing reserve: amounts set aside for use that begins.</summary>
internal static class ReserveVerbs
{
    public static Command Create(Terminal terminal) =>
        new("reserve", "Sets amounts aside for use that begins, and frees them.")
        {
            Make(terminal), Commit(terminal), Release(terminal),
        };

    private static Command Make(Terminal terminal)
    {
        var contract = Needed<string>("--contract", "The contract that uses.");
        var amount = Needed<long>("--amount-minor", "The amount.");
        var seconds = Allowed<int?>("--seconds", "How long it lasts; an hour unless given.");
        var mayExtend = new Option<bool>("--extend") { Description = "More may be taken while the caps allow it." };
        return new Command("make", "Sets an amount aside.") { Id, contract, amount, seconds, mayExtend }.Sends(
            terminal,
            "/reservations",
            parsed => new ReserveUsage(
                parsed.GetRequiredValue(Id),
                parsed.GetRequiredValue(contract),
                parsed.GetRequiredValue(amount),
                parsed.GetValue(seconds) ?? 3600,
                parsed.GetValue(mayExtend)));
    }

    private static Command Commit(Terminal terminal)
    {
        var file = Needed<FileInfo>("--records", "JSON array of the records, as the reference of usage has them.");
        var goesOn = new Option<bool>("--goes-on") { Description = "The use goes on: the rest stays reserved." };
        return new Command("commit", "Says what was used of a reservation.") { Id, file, goesOn }.Sends(
            terminal,
            "/reservations/commit",
            parsed => new
            {
                reservationId = parsed.GetRequiredValue(Id),
                records = JsonSerializer.Deserialize<JsonElement>(
                    File.ReadAllText(parsed.GetRequiredValue(file).FullName)),
                isFinal = !parsed.GetValue(goesOn),
            });
    }

    private static Command Release(Terminal terminal) =>
        new Command("release", "Frees what is left of a reservation.") { Id }.Sends(
            terminal, "/reservations/release", parsed => new ReleaseReservation(parsed.GetRequiredValue(Id)));
}
