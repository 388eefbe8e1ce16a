import type { Telemetry } from 'bullmq';
import type { Sentence } from '../../src/model/sentence.ts';

/**
 * Traces of jobs for OpenTelemetry where OTEL_EXPORTER_OTLP_ENDPOINT names a collector, else null. We bring the instrumentation
 * only; the exporter is @opentelemetry/sdk-node, which whoever wants traces installs beside gongkai or preloads with NODE_OPTIONS.
 */
export async function openTelemetry(
  env: Readonly<Record<string, string | undefined>>,
  told: (sentence: Sentence) => void,
): Promise<Telemetry | null> {
  if (!env.OTEL_EXPORTER_OTLP_ENDPOINT) return null;
  const sdk = '@opentelemetry/sdk-node';
  const { BullMQOtel } = await import('bullmq-otel');
  try {
    const { NodeSDK } = (await import(sdk)) as { NodeSDK: new (given: object) => { start(): void } };
    new NodeSDK({ serviceName: env.OTEL_SERVICE_NAME ?? 'gongkai' }).start();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    told({
      zh: `设了 OTEL_EXPORTER_OTLP_ENDPOINT，但没有安装 ${sdk}：若没有用 NODE_OPTIONS 预先加载，就不会送出任何追踪。npm i ${sdk}`,
      en: `OTEL_EXPORTER_OTLP_ENDPOINT is set, but ${sdk} is not installed: no traces leave unless it is installed or preloaded`,
    });
  }
  return new BullMQOtel({ tracerName: 'gongkai' });
}
