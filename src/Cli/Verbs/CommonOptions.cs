using System.CommandLine;
using BillingActors.Cli.Client;

namespace BillingActors.Cli.Verbs;

/// <summary>Options many verbs share.</summary>
internal static class CommonOptions
{
    private const string AddressVariable = "BILLING_URL";
    private const string KeyVariable = "BILLING_KEY";
    private const string AddressDefault = "http://localhost:5080";

    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Print one JSON object per line.",
        Recursive = true,
    };

    public static Option<Uri?> Address { get; } = new("--url")
    {
        Description = $"Address of the gateway; default {AddressVariable}, then {AddressDefault}.",
        CustomParser = result => Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https"
                ? address
                : Wrong<Uri?>(result, "is no http address"),
    };

    public static Option<string?> Key { get; } = new("--key")
    {
        Description = $"API key; default {KeyVariable}, which keeps it out of the list of processes.",
    };

    public static Option<string?> CommandKey { get; } = new("--idempotency-key")
    {
        Description = "Makes the command safe to repeat, 8 to 255 characters; a fresh one when absent.",
        CustomParser = result => result.Tokens[0].Value is { Length: >= 8 and <= 255 } key
            ? key
            : Wrong<string?>(result, "must have 8 to 255 characters"),
    };

    /// <summary>Adds what every client verb takes.</summary>
    public static Command AsClient(this Command command)
    {
        command.Add(Address);
        command.Add(Key);
        return command;
    }

    /// <summary>Adds what every verb takes that changes something.</summary>
    public static Command AsChanging(this Command command)
    {
        command.AsClient();
        command.Add(CommandKey);
        return command;
    }

    /// <summary>The gateway the options or the environment name.</summary>
    public static GatewayClient Gateway(this ParseResult parsed)
    {
        var address = parsed.GetValue(Address)
            ?? new Uri(Environment.GetEnvironmentVariable(AddressVariable) is { Length: > 0 } text ? text
                : AddressDefault);
        var key = parsed.GetValue(Key) ?? Environment.GetEnvironmentVariable(KeyVariable);
        return new GatewayClient(address, string.IsNullOrEmpty(key) ? null : key);
    }

    /// <summary>The idempotency key, printed so that the command can be repeated with it.</summary>
    public static Ask Ask(this ParseResult parsed, Terminal terminal, string? reason = null)
    {
        var key = parsed.GetValue(CommandKey) ?? Client.Ask.FreshKey();
        terminal.Complain($"idempotency-key: {key}");
        return new Ask(key, reason);
    }

    /// <summary>Whether programs read the output.</summary>
    public static bool WantsJson(this ParseResult parsed) => parsed.GetValue(Json);

    /// <summary>Says what is wrong with a value.</summary>
    public static T? Wrong<T>(System.CommandLine.Parsing.ArgumentResult result, string rule)
    {
        result.AddError($"'{result.Tokens[0].Value}' {rule}.");
        return default;
    }
}
