using System.CommandLine;
using BillingActors.Cli.Embedded;
using BillingActors.Gateway.Auth;
using BillingActors.Grains.Interfaces.Keys;
using BillingActors.Storage.Keys;

namespace BillingActors.Cli.Verbs;

/// <summary>
/// billing keys …: makes, lists and revokes API keys in the database itself, so that there can be a first one.
/// </summary>
internal static class KeyVerbs
{
    private static readonly DatabaseOptions Database = new();

    private static readonly Option<string[]> Roles = new("--role")
    {
        Description = $"Roles: {string.Join(", ", Role.All)}.",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string> Person = new("--person")
    {
        Description = "The person the key stands for; four eyes count persons, not keys.",
        Required = true,
    };

    private static readonly Option<string[]> Entities = new("--entity")
    {
        Description = "Legal entities the key is limited to; none for all.",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string?> Name = new("--name") { Description = "What it is for." };

    private static readonly Option<int> Days = new("--expires-days")
    {
        Description = "Days until it ends, 1 to 366.",
        DefaultValueFactory = _ => 90,
    };

    private static readonly Argument<string> Id = new("KEY-ID") { Description = "Public id of the key." };

    public static Command Create(Terminal terminal) =>
        new("keys", "Makes, lists and revokes API keys, directly in the database.")
        {
            Make(terminal), List(terminal), Revoke(terminal),
        };

    private static Command Make(Terminal terminal)
    {
        var command = new Command("create", "Makes a key and shows it once.") { Roles, Person, Entities, Name, Days };
        Roles.AcceptOnlyFromAmong([.. Role.All]);
        command.SetAction(async (parsed, cancellation) =>
        {
            var now = TimeProvider.System.GetUtcNow();
            var wanted = Wanted(parsed, now);
            if (KeyIssuing.Check(wanted, now) is { } broken)
                throw new UsageException(broken);
            await using var database = await OfflineDatabase.Open(Database.NamedOrDefault(parsed), cancellation);
            var (stored, issued) = KeyIssuing.Create(wanted, now);
            await database.Get<IKeyStore>().Add(stored, KeyNotes.Made(stored.View, now), cancellation);
            if (parsed.WantsJson())
                terminal.Json(issued);
            else
                terminal.Line(issued.Text);
            terminal.Complain($"key {issued.Key.KeyId} of {issued.Key.PersonId}; it is shown this once");
            return ExitCode.Ok;
        });
        return Database.AddTo(command);
    }

    private static NewKey Wanted(ParseResult parsed, DateTimeOffset now)
    {
        var (person, days) = (parsed.GetRequiredValue(Person), parsed.GetValue(Days));
        if (days is < 1 or > 366)
            throw new UsageException("--expires-days must be 1 to 366.");
        return new NewKey(
            parsed.GetValue(Name) ?? $"key of {person}", person, [.. parsed.GetRequiredValue(Roles)],
            [.. parsed.GetValue(Entities) ?? []], now.AddDays(days));
    }

    private static Command List(Terminal terminal)
    {
        var command = new Command("list", "Lists keys without their secrets, newest first.");
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var database = await OfflineDatabase.Open(Database.Existing(parsed), cancellation);
            foreach (var key in await database.Get<IKeyStore>().List(cancellation))
            {
                if (parsed.WantsJson())
                    terminal.Json(key);
                else
                    terminal.Line(Describe(key));
            }
            return ExitCode.Ok;
        });
        return Database.AddTo(command);
    }

    private static Command Revoke(Terminal terminal)
    {
        var command = new Command("revoke", "Takes a key back for good.") { Id };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var database = await OfflineDatabase.Open(Database.Existing(parsed), cancellation);
            var (id, keys) = (parsed.GetRequiredValue(Id), database.Get<IKeyStore>());
            if (await keys.Revoke(id, KeyNotes.Revoked(id, TimeProvider.System.GetUtcNow()), cancellation))
                terminal.Line($"{id} is revoked");
            else if (await keys.Read(id, cancellation) is null)
                throw new InvalidOperationException($"There is no key {id}.");
            else
                terminal.Line($"{id} was revoked before");
            return ExitCode.Ok;
        });
        return Database.AddTo(command);
    }

    private static string Describe(ApiKeyView key) =>
        $"{key.KeyId}  {key.PersonId}  {string.Join(",", key.Roles)}  "
        + $"{(key.Entities.IsEmpty ? "all entities" : string.Join(",", key.Entities))}  ends {key.ExpiresAt:yyyy-MM-dd}"
        + (key.RevokedAt is { } at ? $"  revoked {at:yyyy-MM-dd}" : "") + $"  {key.Name}";
}
