using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Storage.Audit;

namespace BillingActors.Gateway.Audit;

/// <summary>
/// Makes entries of the audit trail out of what the gateway knows of a request; they bear the real time.
/// </summary>
internal static class Noting
{
    /// <summary>The door of programs.</summary>
    public const string Api = "api";

    /// <summary>The door of people.</summary>
    public const string Console = "console";

    /// <summary>What a command of the API did.</summary>
    public static AuditEntry Note(this Command command, string action, AuditSubject subject, TimeProvider clock) =>
        new(clock.GetUtcNow(), command.PersonId, Api, action, subject, command.Envelope.CommandId)
        {
            KeyId = command.Caller.KeyId,
            Reason = command.Envelope.Reason,
        };

    /// <summary>What a caller did without a command, such as a look or an export.</summary>
    public static AuditEntry Note(this HttpContext http, (string ActorId, string Source) who, string action,
        AuditSubject subject) =>
        new(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), who.ActorId, who.Source, action,
            subject, http.TraceIdentifier)
        {
            KeyId = http.User.FindFirst(BillingClaim.Key)?.Value,
        };

    /// <summary>What a person did at the desk.</summary>
    public static AuditEntry Note(
        this CommandEnvelope envelope, string action, AuditSubject subject, TimeProvider clock) =>
        new(clock.GetUtcNow(), envelope.ActorId, Console, action, subject, envelope.CommandId)
        {
            Reason = envelope.Reason,
        };
}
