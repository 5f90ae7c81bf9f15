using System.Security.Cryptography;
using System.Text;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Commands;

namespace BillingActors.Gateway.Http;

/// <summary>What the headers and the caller say about a command: its id, its actor and its reason.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="Envelope">The envelope a grain takes.</param>
internal sealed record Command(Caller Caller, CommandEnvelope Envelope) : IBindableFromHttpContext<Command>
{
    private const int KeyLengthMin = 8;
    private const int KeyLengthMax = 255;

    /// <summary>Whether the caller said why.</summary>
    public bool HasReason => Envelope.Reason is not null;

    /// <summary>The person who asks.</summary>
    public string PersonId => Envelope.ActorId;

    public static ValueTask<Command?> BindAsync(HttpContext context, System.Reflection.ParameterInfo parameter)
    {
        var caller = Caller.Of(context.User);
        var now = context.RequestServices.GetRequiredKeyedService<TimeProvider>(BillingClock.Key).GetUtcNow();
        var envelope = new CommandEnvelope(
            KeyOf(context.Request), Caller.ActorKind, caller.PersonId, "api", now, ReasonOf(context.Request),
            PassesSoftLock: RolePermissions.Allow(caller.Roles, Permissions.LedgerClose));
        return ValueTask.FromResult<Command?>(new Command(caller, envelope));
    }

    /// <summary>
    /// The id of something new that this command makes: the same person with the same key gets the same id, so that a
    /// repeated call finds what the first one made.
    /// </summary>
    public string IdOfNew(string prefix)
    {
        var seed = $"{prefix}\n{PersonId}\n{Envelope.CommandId}";
        return $"{prefix}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed)))[..24]}";
    }

    private static string KeyOf(HttpRequest request)
    {
        var header = request.Headers[CommandHeader.Key];
        if (header.Count == 0 || string.IsNullOrEmpty(header[0]))
            throw new ProblemException(ProblemCode.CommandKeyMissing, $"The header {CommandHeader.Key} is missing.");
        var key = header.Count == 1 ? Unquote(header[0]!) : "";
        return key.Length is >= KeyLengthMin and <= KeyLengthMax && key.All(c => c is > ' ' and <= '~')
            ? key
            : throw new ProblemException(ProblemCode.CommandKeyInvalid,
                $"The header {CommandHeader.Key} must be one key of {KeyLengthMin} to {KeyLengthMax} characters.");
    }

    private static string Unquote(string text) =>
        text.Length >= 2 && text[0] == '"' && text[^1] == '"' ? text[1..^1] : text;

    private static string? ReasonOf(HttpRequest request)
    {
        var header = request.Headers[CommandHeader.Reason];
        return header.Count switch
        {
            0 => null,
            1 => ReasonText.Of(Uri.UnescapeDataString(header[0] ?? "")),
            _ => throw new ProblemException(
                ProblemCode.ReasonInvalid, $"The header {CommandHeader.Reason} comes more than once."),
        };
    }
}
