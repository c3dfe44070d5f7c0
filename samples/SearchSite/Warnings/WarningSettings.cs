namespace SearchSite.Warnings;

/// <summary>Section <c>Warnings</c> of the configuration: how this site asks Cairn.</summary>
internal sealed class WarningSettings
{
    public const string InProcess = "in-process";
    public const string Sidecar = "sidecar";
    public const string Server = "server";

    /// <summary><c>in-process</c>, <c>sidecar</c> or <c>server</c>.</summary>
    public string Way { get; set; } = InProcess;

    /// <summary>In process: the bundle, as <c>cairn bundle build</c> wrote it or a server gave it out.</summary>
    public string? Bundle { get; set; }

    /// <summary>In process: the public half of the key it was signed with, as <c>cairn sign key</c> wrote it.</summary>
    public string? PublicKey { get; set; }

    /// <summary>Sidecar and server: <c>http://127.0.0.1:5090</c>, <c>unix:/run/cairn/sidecar.sock</c>, <c>https://…</c>.</summary>
    public string? Address { get; set; }

    /// <summary>Server: from the environment (<c>Warnings__Token</c>), never from a file in the repository.</summary>
    public string? Token { get; set; }

    /// <summary>Seconds after which a search goes on without an answer.</summary>
    public double Patience { get; set; } = 2;

    /// <summary>Where the site's visitors are, when that is known of all of them; <c>GB-SCT</c>.</summary>
    public string? Nation { get; set; }
}
