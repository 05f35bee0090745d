// A file that is turned down before it is sent, in the words that the server would use.
import { ApiFailure } from './api.ts';

export function unusable(code: string): ApiFailure {
  return new ApiFailure({
    type: 'about:blank',
    title: 'The file cannot be used.',
    status: 422,
    code: 'request/invalid',
    errors: [{ field: 'file', code, message: 'cannot be used' }],
  });
}
